# What a lock names for one system, checked against its own hashes by pip or npm and against ours by
# Nix. The lock's digest is in the name: a changed lock is fetched anew, so a stale hash of ours fails
# instead of giving what it named before.
{
  cacert,
  lib,
  lock,
  runCommand,
  script,
  target,
  tool,
}:
let
  file = ../. + "/${lock}";
  source = builtins.path {
    path = dirOf file;
    name = "clockwork-lock";
    filter = path: _: baseNameOf path == baseNameOf file || baseNameOf path == "package.json";
  };
in
runCommand "clockwork-fetched-${builtins.substring 0 12 (builtins.hashFile "sha256" file)}" {
  nativeBuildInputs = [
    cacert
    tool
  ];
  outputHashMode = "recursive";
  outputHashAlgo = "sha256";
  outputHash = (lib.importJSON ./hashes.json).${lock}.${target};
  impureEnvVars = lib.fetchers.proxyImpureEnvVars;
} "HOME=$PWD bash ${script} ${source}/${baseNameOf file} ${target} $out"
