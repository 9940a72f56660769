# The node_modules of the page for one system, checked against package-lock.json by npm and against
# our own hash by Nix. The lock's digest is in the name, as in wheels.nix.
{
  cacert,
  lib,
  nodejs,
  runCommand,
  target,
}:
let
  lock = ../static-src/package-lock.json;
in
runCommand "clockwork-node-modules-${builtins.substring 0 12 (builtins.hashFile "sha256" lock)}" {
  nativeBuildInputs = [
    cacert
    nodejs
  ];
  outputHashMode = "recursive";
  outputHashAlgo = "sha256";
  outputHash = (lib.importJSON ./hashes.json)."static-src/package-lock.json".${target};
  impureEnvVars = lib.fetchers.proxyImpureEnvVars;
} "HOME=$PWD bash ${./fetch-node-modules.sh} ${../static-src/package.json} ${lock} ${target} $out"
