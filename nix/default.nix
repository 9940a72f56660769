# Clockwork's derivations, in a scope: each file here names what it needs of nixpkgs or of the others.
{
  lib,
  newScope,
  nodejs,
  python313,
  revision,
  stdenv,
}:
lib.makeScope newScope (
  self:
  let
    inherit (self) callPackage;
  in
  {
    inherit revision;
    fetched = lib.genAttrs [ "x86_64-linux" "aarch64-linux" ] (
      target:
      let
        fetch = tool: script: lock: callPackage ./fetch.nix { inherit lock script target tool; };
        fetchWheels = fetch (python313.withPackages (packages: [ packages.pip ])) ./fetch-wheels.sh;
      in
      {
        wheels = fetchWheels "requirements.lock";
        otelWheels = fetchWheels "requirements-otel.lock";
        devWheels = fetchWheels "requirements-dev.lock";
        nodeModules = fetch nodejs ./fetch-node-modules.sh "static-src/package-lock.json";
      }
    );
    inherit (self.fetched.${stdenv.hostPlatform.system})
      devWheels
      nodeModules
      otelWheels
      wheels
      ;

    spa = callPackage ./spa.nix { };
    python = callPackage ./python.nix { };
    runtime = callPackage ./runtime.nix { };
    app = callPackage ./app.nix { };
    migrations = callPackage ./migrations.nix { };
    image = callPackage ./image.nix { };

    image-otel =
      let
        runtime = callPackage ./runtime.nix { moreWheels = [ self.otelWheels ]; };
      in
      callPackage ./image.nix {
        inherit runtime;
        app = callPackage ./app.nix { inherit runtime; };
        flavour = "-otel";
      };

    sbom = callPackage ./sbom.nix { };
    push = callPackage ./push.nix { };
    command = callPackage ./command.nix { };
    testPython = callPackage ./test-python.nix { };
    tests = callPackage ./tests.nix { };
  }
)
