{
  description = "Clockwork: time tracking that never loses a minute";

  inputs.nixpkgs.url = "github:NixOS/nixpkgs/nixos-26.05";

  outputs =
    { self, nixpkgs }:
    let
      linux = [
        "x86_64-linux"
        "aarch64-linux"
      ];
      macos = [
        "x86_64-darwin"
        "aarch64-darwin"
      ];
      each = systems: build: nixpkgs.lib.genAttrs systems (system: build nixpkgs.legacyPackages.${system});
      clockwork = pkgs: import ./nix { inherit pkgs; };
    in
    {
      packages = each linux (pkgs: {
        inherit (clockwork pkgs)
          spa
          runtime
          image
          image-otel
          ;
        default = (clockwork pkgs).command;
      });

      apps = each linux (pkgs: {
        default = {
          type = "app";
          program = "${(clockwork pkgs).command}/bin/clockwork";
        };
      });

      checks = each linux (pkgs: {
        inherit (clockwork pkgs) command image tests;
      });

      # For the tests: what the locks fetch, for both systems on either, and the image's Python.
      legacyPackages = each linux (pkgs: {
        inherit (clockwork pkgs) fetched testPython;
      });

      devShells = each (linux ++ macos) (pkgs: {
        default = import ./nix/shell.nix { inherit pkgs; };
      });

      formatter = each (linux ++ macos) (pkgs: import ./nix/formatter.nix { inherit pkgs; });
    };
}
