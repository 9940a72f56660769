# The program `clockwork`: what `nix run` starts. It serves when nothing else is asked for, with its
# data in the current folder.
{
  app,
  migrations,
  runtime,
  spa,
  writeShellScriptBin,
}:
writeShellScriptBin "clockwork" ''
  export PYTHONPATH=${app} PYTHONSAFEPATH=1
  export STATIC_DIR="''${STATIC_DIR-${spa}}" MIGRATIONS_DIR="''${MIGRATIONS_DIR-${migrations}}"
  [ $# -gt 0 ] || set -- serve
  exec ${runtime}/bin/python3 -m clockwork "$@"
''
