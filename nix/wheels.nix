# The wheels of a requirements lock for one system, checked against the lock's hashes by pip and
# against `hash` by Nix. The lock's digest is in the name: a changed lock is fetched anew, so a
# stale `hash` fails instead of giving the wheels of before.
{
  cacert,
  proxyImpureEnvVars,
  python313,
  runCommand,
}:
{
  target,
  lock,
  hash,
}:
runCommand "clockwork-wheels-${builtins.substring 0 12 (builtins.hashFile "sha256" lock)}"
  {
    nativeBuildInputs = [ (python313.withPackages (packages: [ packages.pip ])) ];
    outputHashMode = "recursive";
    outputHashAlgo = "sha256";
    outputHash = hash;
    impureEnvVars = proxyImpureEnvVars;
  }
  ''
    export HOME=$PWD SSL_CERT_FILE=${cacert}/etc/ssl/certs/ca-bundle.crt
    bash ${./fetch-wheels.sh} ${lock} ${target} $out
  ''
