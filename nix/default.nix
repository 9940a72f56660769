# Clockwork's derivations, in a scope: each file here names what it needs of nixpkgs or of the others.
{
  lib,
  newScope,
  stdenv,
}:
lib.makeScope newScope (
  self:
  let
    inherit (self) callPackage;
  in
  {
    fetched = lib.genAttrs [ "x86_64-linux" "aarch64-linux" ] (
      target:
      let
        fetchWheels = lock: callPackage ./wheels.nix { inherit lock target; };
      in
      {
        wheels = fetchWheels "requirements.lock";
        otelWheels = fetchWheels "requirements-otel.lock";
        devWheels = fetchWheels "requirements-dev.lock";
        nodeModules = callPackage ./node-modules.nix { inherit target; };
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

    command = callPackage ./command.nix { };
    testPython = callPackage ./test-python.nix { };
    tests = callPackage ./tests.nix { };
  }
)
