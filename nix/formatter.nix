# `nix fmt`: nixfmt over the project's Nix files, or over those that are named.
{ pkgs }:
pkgs.writeShellScriptBin "format-nix" ''
  [ $# -gt 0 ] && [ "$*" != . ] || set -- flake.nix nix/*.nix
  exec ${pkgs.nixfmt}/bin/nixfmt "$@"
''
