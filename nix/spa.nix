# The built page: static files, each with its .br and .gz beside it where that saves bytes.
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
  chmod u+w spa/node_modules
  cd spa
  HOME=$PWD node node_modules/vite/bin/vite.js build --outDir $out
  node ${./compress.mjs} $out
''
