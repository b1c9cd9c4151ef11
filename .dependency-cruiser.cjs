/**
 * Who may import whom (architecture §2). dependency-cruiser reads the sources with swc; names of the project's own
 * packages are resolved to sources by deploy/checks/source-aliases.cjs, so nothing has to be built first.
 */
const SPEC = '(\\.spec\\.ts$|/test/)';
const THIRD_PARTY = 'node_modules/';
const OURS = '^(libs|services|workflows|deploy)/';

/** Sources of the paths, specs left out: a spec may import what proves the behaviour. */
const sources = (path) => ({ path, pathNot: SPEC });
/** A rule that allows only the named paths to those sources; all other project code is an error. */
const onlyOurs = (name, from, allowed, comment) => ({
  name,
  comment,
  severity: 'error',
  from: sources(from),
  to: { path: OURS, pathNot: allowed },
});
const never = (name, from, to, comment) => ({ name, comment, severity: 'error', from, to });

const CORE = { dependencyTypes: ['core'] };

const packages = [
  onlyOurs('contracts-import-nothing', '^libs/contracts/', ['^libs/contracts/'], 'the shared language stands alone'),
  never(
    'contracts-zod-in-schemas-only',
    { path: '^libs/contracts/src/', pathNot: ['^libs/contracts/src/schemas/', SPEC] },
    { path: [THIRD_PARTY, '^libs/contracts/src/schemas/'] },
    'workflows and the web read contracts; only schemas/ needs zod',
  ),
  never(
    'contracts-schemas-need-zod-only',
    sources('^libs/contracts/'),
    { path: THIRD_PARTY, pathNot: 'node_modules/zod/' },
    'contracts have no technology but zod',
  ),
  never('contracts-no-node', sources('^libs/contracts/'), CORE, 'contracts run in a browser and in a workflow'),
  onlyOurs(
    'domain-imports-contracts-only',
    '^libs/domain/',
    ['^libs/domain/', '^libs/contracts/src/(?!schemas/)'],
    'rules are pure: types and constants of contracts, nothing else',
  ),
  never('domain-no-packages', sources('^libs/domain/'), { path: THIRD_PARTY }, 'rules are pure'),
  never(
    'domain-no-node',
    { path: '^libs/domain/src/', pathNot: [SPEC, '\\.cli\\.ts$', '/(calendar-china|check-deadlines)\\.ts$'] },
    CORE,
    'rules are pure; only the calendar loader and command lines touch files',
  ),
  onlyOurs(
    'access-imports',
    '^libs/access/',
    ['^libs/(access|contracts|domain|platform)/'],
    'access knows contracts, domain and platform',
  ),
  onlyOurs(
    'technology-libs-import-contracts-and-platform-only',
    '^libs/(platform|database|kafka|temporal)/',
    ['^libs/$1/', '^libs/(contracts|platform)/'],
    'technology does not know rules, services or another technology',
  ),
  onlyOurs(
    'imports-imports',
    '^libs/imports/',
    ['^libs/(imports|access|contracts|database|platform)/'],
    'reading tables that people keep elsewhere knows no service',
  ),
  onlyOurs(
    'registers-imports',
    '^libs/registers/',
    ['^libs/(registers|access|contracts|database|kafka|platform)/'],
    'registers are made of what every service is made of, and know none',
  ),
  onlyOurs(
    'files-imports',
    '^libs/files/',
    ['^libs/(files|contracts|database|platform)/'],
    'files are bytes with a row; who may see them is for the owner to say',
  ),
  onlyOurs('testing-imports-libs-only', '^libs/testing/', ['^libs/'], 'helpers of tests know no service'),
  never(
    'only-specs-import-testing',
    { path: OURS, pathNot: ['^libs/testing/', SPEC] },
    { path: '^libs/testing/' },
    'factories and fakes never reach production',
  ),
];

const workflows = [
  onlyOurs(
    'workflows-import-contracts-and-domain-only',
    '^workflows/src/',
    ['^workflows/src/', '^libs/contracts/src/(?!schemas/)', '^libs/domain/src/'],
    'workflow code is replayed: contracts (no schemas) and domain only',
  ),
  never(
    'workflows-import-temporal-only',
    sources('^workflows/src/'),
    { path: THIRD_PARTY, pathNot: 'node_modules/@temporalio/(workflow|common)/' },
    'of packages only @temporalio/workflow and @temporalio/common are deterministic',
  ),
  never('workflows-no-node', sources('^workflows/src/'), CORE, 'node:* does not exist in the workflow sandbox'),
  never(
    'workflows-reach-no-files-and-no-zod',
    sources('^workflows/src/'),
    { reachable: true, path: ['^libs/domain/src/(calendar-china|.*\\.cli)\\.ts$', '^libs/contracts/src/schemas/'] },
    'nor through another module',
  ),
];

const services = [
  never(
    'services-never-import-each-other',
    { path: '^services/([^/]+)/' },
    { path: '^services/', pathNot: '^services/$1/' },
    'orders travel by Temporal, facts by Kafka',
  ),
  onlyOurs(
    'services-see-messages-of-workflows-only',
    '^services/',
    ['^services/', '^libs/', '^workflows/src/.*\\.(messages|activities|workflow)\\.ts$'],
    'definitions and types; the workflow bundle is loaded by path',
  ),
  never(
    'libs-import-no-product',
    sources('^libs/'),
    { path: '^(services|workflows|deploy)/' },
    'libraries carry the product, they do not know it',
  ),
  never(
    'deploy-starts-services-as-processes',
    sources('^deploy/'),
    { path: '^(services|workflows)/' },
    'deployment knows entry points by path, not by import',
  ),
];

const web = [
  onlyOurs(
    'web-imports-contracts',
    '^services/web/',
    ['^services/web/', '^libs/contracts/src/', '^libs/domain/src/'],
    'pages know the language and the pure rules; all else they ask over HTTP',
  ),
  never(
    'residents-stay-light',
    sources('^services/web/src/(resident|http|time|words|design/tokens)'),
    { path: ['node_modules/(antd|echarts|@tanstack/react-router)/', '^services/web/src/staff/(?!.*\\.words\\.ts$)'] },
    'residents load no component library',
  ),
];

const everywhere = [
  never(
    'kafkajs-behind-libs-kafka',
    { path: OURS, pathNot: '^libs/kafka/' },
    { path: '(^|/)node_modules/kafkajs/' },
    'one place knows the Kafka client',
  ),
  never(
    'no-relative-import-into-another-package',
    { path: '^((?:libs|services)/[^/]+|workflows|deploy)/' },
    { path: OURS, pathNot: '^$1/', dependencyTypes: ['local'], dependencyTypesNot: ['aliased'] },
    'use the package name: @hsl/<package>/<file>',
  ),
  never('no-production-import-of-specs', { path: OURS, pathNot: SPEC }, { path: SPEC }, 'specs are not shipped'),
  never('no-cycles', { path: OURS }, { circular: true }, 'two files that need each other are one, or three'),
  never('no-unresolved', { path: OURS }, { couldNotResolve: true }, 'a file or a package is missing'),
];

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [...packages, ...workflows, ...services, ...web, ...everywhere],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    // Its parser reads no TSX; what components may import is held by the linter (.oxlintrc.json).
    exclude: { path: ['(^|/)(dist|generated|\\.local|coverage|histories)/', '\\.tsx$'] },
    webpackConfig: { fileName: 'deploy/checks/source-aliases.cjs' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
    progress: { type: 'none' },
  },
};
