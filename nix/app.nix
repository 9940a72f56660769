# The Python package `clockwork`, compiled, the program of that name for who enters a container, and
# the one that its health check runs.
{ runCommand, runtime }:
let
  source = builtins.path {
    path = ../clockwork;
    name = "clockwork-source";
  };
in
runCommand "clockwork-app" { } ''
  mkdir $out
  cp -r ${source} $out/clockwork
  chmod -R u+w $out/clockwork
  bash ${./compile.sh} ${runtime}/bin/python3 $out/clockwork

  mkdir $out/bin
  { echo '#!${runtime}/bin/python3'; cat ${./healthcheck.py}; } > $out/healthcheck
  { echo '#!${runtime}/bin/python3'; cat ${./clockwork.py}; } > $out/bin/clockwork
  chmod +x $out/healthcheck $out/bin/clockwork
''
