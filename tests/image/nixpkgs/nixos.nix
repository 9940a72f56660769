# In the place of a test with virtual machines: the units that its machines would have. Of NixOS here
# is only what writes a unit; the real module system checks types and options besides.
{
  lib,
  pkgs,
}:
let
  moduleLib = lib // {
    literalMD = text: text;
    mkDefault = value: value;
    mkEnableOption = description: moduleLib.mkOption { default = false; };
    mkIf = condition: content: if condition then content else { };
    mkOption = option: option // { _type = "option"; };
    # As a name for each, so that one that is no type is missed.
    types = lib.genAttrs [ "attrsOf" "bool" "int" "nullOr" "oneOf" "package" "str" ] (type: _: type);
  };

  # What is given, and where nothing is, what an option has by default.
  filled =
    options: given:
    builtins.mapAttrs (
      name: option:
      if option._type or "" == "option" then
        given.${name} or option.default
      else
        filled option (given.${name} or { })
    ) options;

  evaluate =
    node:
    let
      given = node.services.clockwork;
      module = builtins.head node.imports {
        inherit pkgs;
        lib = moduleLib;
        config.services.clockwork = filled module.options.services.clockwork given // {
          settings = module.config.services.clockwork.settings // given.settings or { };
        };
      };
    in
    module.config;

  lines =
    fields:
    builtins.concatStringsSep "" (
      builtins.concatMap (
        name:
        let
          values = if builtins.isList fields.${name} then fields.${name} else [ fields.${name} ];
          text = value: if builtins.isBool value then lib.boolToString value else toString value;
        in
        map (value: "${name}=${text value}\n") values
      ) (builtins.attrNames fields)
    );
  words = builtins.concatStringsSep " ";

  unitsOf =
    name: service:
    {
      "${name}.service" =
        "[Unit]\n"
        + lines {
          Description = service.description;
          After = words service.after;
          Requires = words service.requires;
          Wants = words service.wants;
        }
        + "[Service]\n"
        + lines {
          Environment = map (key: builtins.toJSON "${key}=${service.environment.${key}}") (
            builtins.attrNames service.environment
          );
        }
        + lines service.serviceConfig;
    }
    // lib.optionalAttrs (service ? startAt) {
      "${name}.timer" = "[Unit]\n[Timer]\n" + lines { OnCalendar = service.startAt; };
    };

  units =
    node:
    let
      config = evaluate node;
      each = builtins.mapAttrs unitsOf (builtins.removeAttrs config.systemd.services (
        builtins.filter (name: config.systemd.services.${name} == { }) (
          builtins.attrNames config.systemd.services
        )
      ));
    in
    builtins.foldl' (all: one: all // one) { } (builtins.attrValues each)
    // lib.optionalAttrs (config.services.postgresql.enable or false) {
      "postgresql.target" = "[Unit]\n";
    };
in
test:
pkgs.runCommand "vm-test-run-${test.name}"
  {
    nativeBuildInputs = [ pkgs.python313 ];
    machines = builtins.toJSON (builtins.mapAttrs (_: units) test.nodes);
    passAsFile = [
      "buildCommand"
      "machines"
    ];
  }
  ''
    python3 -c '
    import json, pathlib, sys
    out = pathlib.Path(sys.argv[2])
    for machine, units in json.load(open(sys.argv[1])).items():
        (out / machine).mkdir(parents=True)
        for name, text in units.items():
            (out / machine / name).write_text(text)
    ' "$machinesPath" $out
  ''
