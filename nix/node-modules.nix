# The node_modules of the page for one system, checked against package-lock.json by npm and against
# `hash` by Nix. The lock's digest is in the name: a changed lock is fetched anew, so a stale `hash`
# fails instead of giving the packages of before.
{
  cacert,
  nodejs,
  proxyImpureEnvVars,
  runCommand,
}:
{
  target,
  manifest,
  lock,
  hash,
}:
runCommand "clockwork-node-modules-${builtins.substring 0 12 (builtins.hashFile "sha256" lock)}"
  {
    nativeBuildInputs = [ nodejs ];
    outputHashMode = "recursive";
    outputHashAlgo = "sha256";
    outputHash = hash;
    impureEnvVars = proxyImpureEnvVars;
  }
  ''
    export HOME=$PWD NODE_EXTRA_CA_CERTS=${cacert}/etc/ssl/certs/ca-bundle.crt
    bash ${./fetch-node-modules.sh} ${manifest} ${lock} ${target} $out
  ''
