# The built page: static files, and beside the larger ones what they are compressed to.
{
  nodeModules,
  nodejs,
  runCommand,
}:
let
  source = builtins.path {
    path = ../static-src;
    name = "clockwork-spa-source";
    filter = path: _: baseNameOf path != "tests";
  };
in
runCommand "clockwork-spa" { nativeBuildInputs = [ nodejs ]; } ''
  cp -r ${source} spa
  chmod -R u+w spa
  cp -r ${nodeModules}/node_modules spa/node_modules
  cd spa
  HOME=$PWD npm run build
  rm -rf dist/.vite
  cp -r dist $out
''
