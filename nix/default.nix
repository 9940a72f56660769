# Clockwork's derivations, in a scope: each file here names what it needs of nixpkgs or of the others.
{
  lib,
  newScope,
  revision,
  stdenv,
}:
lib.makeScope newScope (
  self:
  let
    inherit (self) callPackage;
    inherit (self.fetched.${stdenv.hostPlatform.system}) wheels otelWheels;
  in
  {
    inherit revision;
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
    inherit (self.fetched.${stdenv.hostPlatform.system}) devWheels nodeModules otelWheels;

    spa = callPackage ./spa.nix { };
    python = callPackage ./python.nix { };
    runtime = callPackage ./runtime.nix { wheels = [ wheels ]; };
    app = callPackage ./app.nix { };
    migrations = callPackage ./migrations.nix { };
    image = callPackage ./image.nix { };

    image-otel =
      let
        runtime = callPackage ./runtime.nix {
          wheels = [
            wheels
            otelWheels
          ];
        };
        app = callPackage ./app.nix { inherit runtime; };
      in
      callPackage ./image.nix {
        inherit app runtime;
        flavour = "-otel";
      };

    sbom = callPackage ./sbom.nix { wheels = [ wheels ]; };
    push = callPackage ./push.nix { };
    command = callPackage ./command.nix { };
    testPython = callPackage ./test-python.nix { };
    tests = callPackage ./tests.nix { };
  }
)
