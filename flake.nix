{
  description = "Clockwork: time tracking that never loses a minute";

  inputs.nixpkgs.url = "github:NixOS/nixpkgs/nixos-26.05";

  outputs =
    { self, nixpkgs }:
    let
      linux = [
        "x86_64-linux"
        "aarch64-linux"
      ];
      each = systems: build: nixpkgs.lib.genAttrs systems (system: build nixpkgs.legacyPackages.${system});
      everywhere = each (linux ++ [ "aarch64-darwin" ]);
      clockwork = pkgs: pkgs.callPackage ./nix { revision = self.rev or null; };
    in
    {
      packages = each linux (pkgs: {
        inherit (clockwork pkgs)
          spa
          runtime
          image
          image-otel
          push
          sbom
          ;
        default = (clockwork pkgs).command;
      });

      checks = each linux (pkgs: {
        inherit (clockwork pkgs) command image tests;
        module = pkgs.testers.runNixOSTest (import ./deploy/nixos/test.nix self.nixosModules.default);
      });

      overlays.default = final: prev: { clockwork = (clockwork final).command; };
      nixosModules.default = import ./deploy/nixos/module.nix (
        pkgs: self.packages.${pkgs.stdenv.hostPlatform.system}.default
      );

      # For the tests: what the locks fetch, for both systems on either, and the image's Python.
      legacyPackages = each linux (pkgs: {
        inherit (clockwork pkgs) fetched testPython;
      });

      devShells = everywhere (pkgs: {
        default = import ./nix/shell.nix { inherit pkgs; };
      });

      formatter = everywhere (pkgs: pkgs.nixfmt-tree);
    };
}
