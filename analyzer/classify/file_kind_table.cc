#include "analyzer/classify/file_kind_table.h"

#include "analyzer/classify/name_table.h"

namespace gonogo {
namespace {

using enum FileKind;
using Question = KindQuestion;

constexpr KindGuess Sure(FileKind kind) { return {kind, Question::kSettled}; }
constexpr NamedFile Named(FileKind kind) { return {Sure(kind), FileRole::kProduct}; }
constexpr NamedFile Lock(FileKind kind) { return {Sure(kind), FileRole::kLockFile}; }
// "install" and "history" are prose by habit and scripts by shebang.
constexpr NamedFile Prose(FileKind kind) {
  return {{kind, Question::kProse}, FileRole::kDocumentation};
}
constexpr NamedFile Tests(FileKind kind) { return {Sure(kind), FileRole::kTest}; }
constexpr NamedFile Others(FileKind kind) { return {Sure(kind), FileRole::kVendored}; }
constexpr NamedFile Open(FileKind kind, Question question) { return {{kind, question}}; }

// clang-format off
constexpr NameRow<NamedFile> kFileNames[] = {
    {Named(kDockerfile), "dockerfile containerfile"},
    {Named(kMakefile), "makefile gnumakefile bsdmakefile kbuild"},
    {Named(kCMake), "cmakelists.txt cmakecache.txt"},
    {Named(kGroovy), "jenkinsfile"},
    {Named(kRuby), "vagrantfile rakefile gemfile guardfile podfile fastfile appfile matchfile capfile berksfile "
                   "brewfile dangerfile thorfile puppetfile steepfile appraisals buildfile .irbrc .pryrc .simplecov"},
    {Named(kPython), "sconstruct sconscript wscript snakefile .pythonstartup"},
    {Named(kStarlark), "tiltfile build.bazel workspace.bazel module.bazel"},
    {Named(kJavaScript), "jakefile gruntfile gulpfile"},
    {Named(kShell), ".bashrc .bash_profile .bash_login .bash_logout .bash_aliases .bash_history .profile .zshrc .zshenv "
                    ".zprofile .zlogin .zsh_history .sh_history .kshrc .cshrc .login .envrc .xinitrc .xsession apkbuild "
                    "pkgbuild .ash_history"},
    {Others(kShell), "gradlew mvnw"},
    {Others(kBatch), "gradlew.bat mvnw.cmd"},
    {Named(kDotenv), ".env .flaskenv env env.sample env.example env.template env.dist"},
    {Named(kNpmrc), ".npmrc npmrc"},
    {Named(kNetrc), ".netrc _netrc netrc .authinfo"},
    {Named(kNginx), "nginx.conf"},
    {Named(kHaproxy), "haproxy.cfg haproxy.conf"},
    {Named(kApache), ".htaccess httpd.conf apache2.conf apache.conf"},
    {Named(kCaddy), "caddyfile"},
    {Named(kCron), "crontab"},
    {Named(kYaml), "procfile .clang-format .clang-tidy .clangd .gemrc .yamllint .condarc .ansible-lint .pre-commit-config "
                   "kubeconfig"},
    {Named(kToml), "pipfile .taplo poetry.toml"},
    {Named(kJson), ".bowerrc .jshintrc .jscsrc .arcconfig .watchmanconfig .swcrc .dockercfg .csslintrc .htmlhintrc "
                   ".tern-project .nycrc .all-contributorsrc .devcontainer .auto-changelog"},
    {Open(kJson, Question::kJsonOrYaml), ".babelrc .eslintrc .prettierrc .stylelintrc .lintstagedrc .mocharc .huskyrc "
                                         ".releaserc .commitlintrc .sassrc .graphqlrc .remarkrc .markdownlintrc .c8rc .czrc"},
    {Named(kIni), ".editorconfig .gitconfig .gitmodules gitconfig .flake8 .pylintrc pylintrc .coveragerc .pypirc .s3cfg "
                  ".boto .boto.cfg .my.cnf .hgrc .buckconfig .tfrc .isort.cfg .style.yapf .mypy.ini .pep8 .pycodestyle "
                  ".wakatime.cfg .passwd-s3fs .odbc.ini"},
    {Named(kProperties), ".jvmopts .sbtopts .scalafmt.conf .scalafix.conf"},
    {Named(kHcl), ".terraformrc terraform.rc .tflint"},
    {Named(kText), "go.mod go.work .htpasswd .pgpass .git-credentials robots.txt humans.txt version .python-version "
                   ".ruby-version .node-version .nvmrc .tool-versions codeowners .mailmap cname"},
    {Prose(kText), "readme changelog changes history news contributing contributors license licence copying notice "
                   "authors maintainers credits security code_of_conduct install todo upgrading unlicense thanks patents "
                   "copyright faq hacking releases license-mit license-apache copying.lesser"},
    {Tests(kIni), "pytest.ini tox.ini .rspec"},
    {Tests(kXml), "phpunit.xml"},
    {Tests(kPython), "conftest.py"},
    {Tests(kJavaScript), "karma.conf.js jest.config.js jest.setup.js vitest.config.js cypress.config.js playwright.config.js "
                         "protractor.conf.js setuptests.js jest.config.cjs jest.config.mjs"},
    {Tests(kTypeScript), "jest.config.ts jest.setup.ts vitest.config.ts vitest.setup.ts cypress.config.ts playwright.config.ts "
                         "setuptests.ts karma.conf.ts vitest.config.mts"},
    {Lock(kJson), "package-lock.json npm-shrinkwrap.json pipfile.lock composer.lock symfony.lock flake.lock packages.lock.json "
                  "project.assets.json package.resolved deno.lock bun.lock module.bazel.lock dub.selections.json "
                  "brewfile.lock.json vcpkg-lock.json renv.lock conan.lock devbox.lock .package-lock.json nx-lock.json"},
    {Lock(kYaml), "pnpm-lock.yaml shrinkwrap.yaml pubspec.lock podfile.lock chart.lock requirements.lock conda-lock.yml "
                  "stack.yaml.lock buf.lock pixi.lock shard.lock glide.lock"},
    {Lock(kToml), "cargo.lock poetry.lock uv.lock pdm.lock gopkg.lock pylock.toml"},
    {Lock(kText), "yarn.lock go.sum go.work.sum gemfile.lock gems.locked paket.lock cartfile.resolved cabal.project.freeze "
                  "berksfile.lock puppetfile.lock pants.lock"},
    {Lock(kProperties), "gradle.lockfile buildscript-gradle.lockfile"},
    {Lock(kElixir), "mix.lock"},
    {Lock(kErlang), "rebar.lock"},
    {Lock(kHcl), ".terraform.lock.hcl"},
};

constexpr NameRow<KindGuess> kExtensions[] = {
    {Sure(kC), "c y l"},
    {{kC, Question::kHeader}, "h"},
    {Sure(kCpp), "cc cpp cxx c++ cp hh hpp hxx h++ ipp ixx cppm txx tpp inl yy tcc ino cu cuh"},
    {{kUnknown, Question::kObjectiveC}, "m"},
    {Sure(kObjectiveC), "mm"},
    {Sure(kCSharp), "cs csx"},
    {{kFSharp, Question::kFSharp}, "fs"},
    {Sure(kFSharp), "fsi fsx fsscript"},
    {Sure(kVisualBasic), "vb bas vba vbs"},
    {{kUnknown, Question::kVisualBasicClass}, "cls frm"},
    {Sure(kJava), "java"},
    {Sure(kKotlin), "kt kts ktm"},
    {Sure(kScala), "scala sc sbt"},
    {Sure(kGroovy), "groovy gradle gvy gy gsh jenkinsfile nf"},
    {Sure(kGo), "go"},
    {Sure(kRust), "rs"},
    {Sure(kPython), "py pyw pyi pyx pxd pxi wsgi smk py3 gyp gypi"},
    {Sure(kJavaScript), "js mjs cjs jsx es6 es jsm jsb ssjs gs"},
    {{kTypeScript, Question::kTypeScript}, "ts"},
    {Sure(kTypeScript), "tsx mts cts"},
    {Sure(kVue), "vue"},
    {Sure(kSvelte), "svelte"},
    {Sure(kPhp), "php phtml php3 php4 php5 php7 php8 phps ctp"},
    {{kUnknown, Question::kPhpInclude}, "inc module theme install engine profile"},
    {Sure(kRuby), "rb rake gemspec podspec ru jbuilder rbw rbi rbs thor builder axlsx"},
    {{kPerl, Question::kPerl}, "pl"},
    {Sure(kPerl), "pm psgi plx"},
    {{kUnknown, Question::kPerlTest}, "t"},
    {Sure(kLua), "lua luau rockspec"},
    {{kR, Question::kR}, "r"},
    {Sure(kR), "rprofile"},
    {Sure(kJulia), "jl"},
    {Sure(kSwift), "swift"},
    {Sure(kDart), "dart"},
    {Sure(kElixir), "ex exs"},
    {Sure(kErlang), "erl hrl escript xrl yrl app.src"},
    {Sure(kHaskell), "hs lhs hsc"},
    {Sure(kClojure), "clj cljs cljc edn cljx bb"},
    {Sure(kOCaml), "ml mli mll mly"},
    {Sure(kElm), "elm"},
    {Sure(kLisp), "lisp el scm ss rkt lsp asd"},
    {Sure(kNim), "nim nims nimble"},
    {Sure(kCrystal), "cr ecr"},
    {Sure(kPascal), "pas dpr lpr dpk"},
    {Sure(kFortran), "f f90 f95 f03 f08 f77 for"},
    {Sure(kTcl), "tcl tk exp"},
    {Sure(kSolidity), "sol"},
    {Sure(kZig), "zig zon"},
    {Sure(kNix), "nix"},
    {Sure(kAssembly), "s asm nasm sx"},
    {Sure(kDeviceTree), "dts dtsi dtso"},
    {Sure(kShell), "sh bash zsh ksh mksh fish dash command ebuild eclass bats csh tcsh shlib"},
    {Sure(kAwk), "awk gawk"},
    {Sure(kPowerShell), "ps1 psm1 psd1"},
    {Sure(kBatch), "bat cmd btm"},
    {Sure(kSql), "sql ddl dml pgsql psql plsql pls pks pkb mysql hql cql tsql prc udf viw"},
    {Sure(kPrisma), "prisma"},
    {Sure(kGraphQl), "graphql gql graphqls"},
    {Sure(kProtobuf), "proto protodevel"},
    {Sure(kThrift), "thrift"},
    {Sure(kGherkin), "feature"},
    {Sure(kHttp), "http rest"},
    {Sure(kYaml), "yaml yml sls raml cff eyaml yaml-tmlanguage kubeconfig"},
    {Sure(kJson), "json jsonc json5 geojson topojson webmanifest avsc har tfstate jsonl ndjson code-workspace arb sarif "
                  "gltf jsonld hjson code-snippets sublime-project sublime-settings mcmeta babelrc "
                  "eslintrc postman_collection postman_environment importmap resjson"},
    {{kUnknown, Question::kJsonIfBrace}, "map lock"},
    {{kUnknown, Question::kYamlIfKeys}, "rules"},
    {Sure(kToml), "toml"},
    {Sure(kIni), "ini cnf desktop gitconfig inf reg url directory pylintrc flake8 editorconfig coveragerc"},
    {{kIni, Question::kConf}, "conf cfg vhost"},
    {{kUnknown, Question::kXmlOrConf}, "config props prefs"},
    {Sure(kProperties), "properties prop"},
    {Sure(kDotenv), "env"},
    {Sure(kHcl), "tf tfvars hcl nomad tofu"},
    {Sure(kXml), "xml xsd xsl xslt svg wsdl pom csproj vbproj fsproj vcxproj vcproj proj sqlproj targets nuspec resx plist "
                 "xib storyboard jmx kml gpx rss atom xaml axaml wxs wxi jnlp tld ui qrc iml launch xliff xlf tmx dita "
                 "ditamap rdf owl graphml ps1xml xul xmp dtd ent mxml wsdd ejb bpmn dmn psc1 filters shproj projitems "
                 "natvis testsettings runsettings ruleset cscfg csdef entitlements xcscheme xcworkspacedata fxml "
                 "glade ccxml dae dbml edmx msbuild nunit pubxml user slnx tmlanguage tmpreferences"},
    {Sure(kDockerfile), "dockerfile containerfile"},
    {Sure(kMakefile), "mk mak make am"},
    {Sure(kCMake), "cmake"},
    {Sure(kStarlark), "bzl star bazel sky"},
    {Sure(kBicep), "bicep bicepparam"},
    {Sure(kJsonnet), "jsonnet libsonnet"},
    {Sure(kCue), "cue"},
    {Sure(kRego), "rego"},
    {Sure(kPuppet), "pp epp"},
    {Sure(kNginx), "nginx nginxconf"},
    {Sure(kApache), "htaccess apacheconf"},
    {Sure(kHaproxy), "haproxy"},
    {Sure(kCaddy), "caddyfile caddy"},
    {Sure(kVarnish), "vcl"},
    {{kUnknown, Question::kUnit}, "service timer socket mount automount target slice network netdev link path swap container "
                                  "volume kube"},
    {Sure(kCron), "cron crontab"},
    {Sure(kNetrc), "netrc"},
    {Sure(kNpmrc), "npmrc"},
    {{kUnknown, Question::kPem}, "pem crt key cer csr crl p8 pub asc gpg cert ca-bundle ppk ovpn p7b"},
    {Sure(kHtml), "html htm xhtml shtml jsp jspx jspf tag asp aspx ascx master cshtml vbhtml razor astro cfm mjml hta"},
    {Sure(kCss), "css scss sass less styl pcss postcss wxss"},
    {Sure(kMarkdown), "md markdown mdown mkd mkdn mdx rmd qmd mdwn livemd"},
    {Sure(kRestructuredText), "rst"},
    {Sure(kText), "txt text adoc asciidoc org textile pod wiki mediawiki"},
    {Sure(kJupyter), "ipynb"},
    {Sure(kCsv), "csv tsv psv"},
    {Sure(kDiff), "diff patch"},
    {Sure(kLog), "log out"},
};

constexpr NameRow<Wrapper> kWrappers[] = {
    {Wrapper::kTemplate, "tmpl tpl j2 jinja jinja2 erb ejs mustache hbs handlebars template gotmpl liquid twig njk "
                         "nunjucks pug jade haml slim ftl vm velocity gohtml gotpl eex heex leex tt tt2 mako jet dust "
                         "soy stg st latte smarty qtpl cheetah"},
    {Wrapper::kOther, "example sample dist examples samples default defaults bak orig old save backup disabled rej bk "
                      "copy prev rpmsave rpmnew dpkg-old dpkg-dist off swp in local"},
};

constexpr NameRow<FileKind> kInterpreters[] = {
    {kShell, "sh bash dash zsh ksh mksh ash fish busybox csh tcsh rbash nix-shell openrc-run bats"},
    {kPython, "python pypy ipython uv pipx jython micropython sage"},
    {kJavaScript, "node nodejs bun gjs zx iojs qjs jsc"},
    {kTypeScript, "deno ts-node tsx ts-node-script"},
    {kRuby, "ruby jruby rake macruby rbx"},
    {kPerl, "perl cperl"},
    {kPhp, "php hhvm php-cgi"},
    {kLua, "lua luajit luau"},
    {kR, "rscript littler"},
    {kJulia, "julia"},
    {kGroovy, "groovy"},
    {kScala, "scala scala-cli amm"},
    {kKotlin, "kotlin kotlinc kscript"},
    {kSwift, "swift"},
    {kDart, "dart dcli"},
    {kPowerShell, "pwsh powershell"},
    {kTcl, "tclsh wish expect jimsh"},
    {kElixir, "elixir"},
    {kErlang, "escript"},
    {kHaskell, "runhaskell runghc stack cabal"},
    {kClojure, "clojure clj bb lein"},
    {kOCaml, "ocaml ocamlrun ocamlscript"},
    {kLisp, "guile sbcl racket emacs csi clisp gosh"},
    {kNim, "nim nimcr"},
    {kCrystal, "crystal"},
    {kAwk, "awk gawk mawk nawk"},
    {kMakefile, "make gmake"},
    {kYaml, "ansible-playbook"},
    {kRust, "rust-script run-cargo-script"},
    {kGo, "gorun yaegi"},
    {kCMake, "cmake"},
    {kNix, "nix"},
    {kJava, "java jbang"},
};

constexpr NameRow<FileKind> kEditorModes[] = {
    {kC, "c"},
    {kCpp, "c++ cpp"},
    {kObjectiveC, "objc objective-c"},
    {kCSharp, "csharp cs"},
    {kJava, "java"},
    {kKotlin, "kotlin"},
    {kScala, "scala"},
    {kGroovy, "groovy jenkinsfile"},
    {kGo, "go"},
    {kRust, "rust"},
    {kPython, "python py python3"},
    {kJavaScript, "javascript js js2 node"},
    {kTypeScript, "typescript ts"},
    {kPhp, "php"},
    {kRuby, "ruby enh-ruby"},
    {kPerl, "perl cperl"},
    {kLua, "lua"},
    {kR, "r"},
    {kSwift, "swift"},
    {kElixir, "elixir"},
    {kErlang, "erlang"},
    {kHaskell, "haskell"},
    {kClojure, "clojure"},
    {kOCaml, "ocaml tuareg caml"},
    {kLisp, "lisp emacs-lisp scheme common-lisp"},
    {kTcl, "tcl expect"},
    {kNix, "nix"},
    {kAssembly, "asm nasm"},
    {kShell, "sh bash zsh shell-script shell ksh"},
    {kAwk, "awk"},
    {kPowerShell, "powershell ps1"},
    {kSql, "sql pgsql mysql"},
    {kYaml, "yaml yml ansible yaml.ansible yaml.docker-compose helm"},
    {kJson, "json jsonc json5"},
    {kToml, "toml"},
    {kIni, "ini dosini conf cfg conf-unix"},
    {kProperties, "properties jproperties conf-javaprop"},
    {kHcl, "hcl terraform tf"},
    {kXml, "xml nxml"},
    {kDockerfile, "dockerfile docker"},
    {kMakefile, "make makefile makefile-gmake gnumakefile automake makefile-automake makefile-bsdmake"},
    {kCMake, "cmake"},
    {kStarlark, "bzl starlark bazel"},
    {kNginx, "nginx"},
    {kApache, "apache"},
    {kHaproxy, "haproxy"},
    {kVarnish, "vcl"},
    {kSystemd, "systemd"},
    {kCron, "crontab"},
    {kHtml, "html"},
    {kCss, "css scss"},
    {kMarkdown, "markdown gfm"},
    {kRestructuredText, "rst"},
    {kText, "text help org"},
    {kDiff, "diff"},
};
// clang-format on

constexpr auto kFileNameTable = MakeNameTable<kFileNames>();
constexpr auto kExtensionTable = MakeNameTable<kExtensions>();
constexpr auto kWrapperTable = MakeNameTable<kWrappers>();
constexpr auto kInterpreterTable = MakeNameTable<kInterpreters>();
constexpr auto kEditorModeTable = MakeNameTable<kEditorModes>();

}  // namespace

const NamedFile* FindFileName(std::string_view name) { return kFileNameTable.Find(name); }
const KindGuess* FindExtension(std::string_view extension) {
  return kExtensionTable.Find(extension);
}
const Wrapper* FindWrapper(std::string_view extension) { return kWrapperTable.Find(extension); }
const FileKind* FindInterpreter(std::string_view program) {
  return kInterpreterTable.Find(program);
}
const FileKind* FindEditorMode(std::string_view mode) { return kEditorModeTable.Find(mode); }

}  // namespace gonogo
