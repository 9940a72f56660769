# The Python package `clockwork`, compiled, the program of that name for who enters a container, and
# the one that its health check runs.
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
  { echo '#!${runtime}/bin/python3'; cat ${./clockwork.py}; } > $out/bin/clockwork
  chmod +x $out/healthcheck $out/bin/clockwork
''
