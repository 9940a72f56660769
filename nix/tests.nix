# The unit and API tests that need no PostgreSQL, in the image's own Python; `make test` has the rest.
{ runCommand, testPython }:
let
  source = builtins.path {
    path = ../.;
    name = "clockwork-tests-source";
    filter = path: _: baseNameOf path != "image";
  };
in
runCommand "clockwork-tests" { } ''
  cp -r ${source} source
  chmod -R u+w source
  cd source
  HOME=$PWD ${testPython}/bin/python3 -m pytest -p no:cacheprovider --database sqlite tests/unit tests/api
  touch $out
''
