# The Python package `clockwork`, compiled, the program of that name for who enters a container (its
# entrypoint needs no PATH), and the one that its health check runs.
{
  python313,
  runCommand,
  runtime,
}:
let
  source = builtins.path {
    path = ../clockwork;
    name = "clockwork-source";
  };
in
runCommand "clockwork-app" { nativeBuildInputs = [ python313 ]; } ''
  mkdir $out
  cp -r ${source} $out/clockwork
  chmod -R u+w $out/clockwork
  bash ${./compile.sh} $out/clockwork

  mkdir $out/bin
  { echo '#!${runtime}/bin/python3'; cat ${./healthcheck.py}; } > $out/healthcheck
  printf '#!%s\nimport clockwork.__main__\n' ${runtime}/bin/python3 > $out/bin/clockwork
  chmod +x $out/healthcheck $out/bin/clockwork
''
