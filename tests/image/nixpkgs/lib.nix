# The functions of nixpkgs' lib that Clockwork's flake uses, with nixpkgs' meaning.
{
  genAttrs =
    names: value:
    builtins.listToAttrs (
      map (name: {
        inherit name;
        value = value name;
      }) names
    );

  boolToString = value: if value then "true" else "false";

  optional = condition: value: if condition then [ value ] else [ ];

  optionalAttrs = condition: attributes: if condition then attributes else { };

  optionals = condition: list: if condition then list else [ ];

  importJSON = file: builtins.fromJSON (builtins.readFile file);

  # What a file asks for by name, from what there is and what it is given besides.
  callPackageWith =
    available: file: given:
    let
      build = if builtins.isFunction file then file else import file;
    in
    build (builtins.intersectAttrs (builtins.functionArgs build) available // given);

  makeScope =
    newScope: build:
    let
      self = build self // {
        newScope = scope: newScope (self // scope);
        callPackage = self.newScope { };
      };
    in
    self;

  hasSuffix =
    suffix: text:
    let
      start = builtins.stringLength text - builtins.stringLength suffix;
    in
    start >= 0 && builtins.substring start (-1) text == suffix;

  fetchers.proxyImpureEnvVars = [
    "http_proxy"
    "https_proxy"
    "ftp_proxy"
    "all_proxy"
    "no_proxy"
  ];
}
