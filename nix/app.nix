# The Python package `clockwork`, compiled, and the program that a container's health check runs.
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
  PYTHONHASHSEED=0 ${runtime}/bin/python3 -m compileall -q \
    --invalidation-mode unchecked-hash $out/clockwork

  { echo '#!${runtime}/bin/python3'; cat ${./healthcheck.py}; } > $out/healthcheck
  chmod +x $out/healthcheck
''
