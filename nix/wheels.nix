# The wheels of a requirements lock for one system, checked against the lock's hashes by pip and
# against our own by Nix. The lock's digest is in the name: a changed lock is fetched anew, so a
# stale hash fails instead of giving the wheels of before.
{
  cacert,
  lib,
  lock,
  python313,
  runCommand,
  target,
}:
let
  file = ../. + "/${lock}";
in
runCommand "clockwork-wheels-${builtins.substring 0 12 (builtins.hashFile "sha256" file)}" {
  nativeBuildInputs = [
    cacert
    (python313.withPackages (packages: [ packages.pip ]))
  ];
  outputHashMode = "recursive";
  outputHashAlgo = "sha256";
  outputHash = (lib.importJSON ./hashes.json).${lock}.${target};
  impureEnvVars = lib.fetchers.proxyImpureEnvVars;
} "HOME=$PWD bash ${./fetch-wheels.sh} ${file} ${target} $out"
