/** Where the project's packages have their sources; read by dependency-cruiser as if it were a webpack configuration. */
const path = require('node:path');

// The folder it is run in, so that a test can cruise a copy of the project.
const root = process.cwd();
const LIBS = [
  'contracts',
  'domain',
  'platform',
  'access',
  'database',
  'files',
  'imports',
  'kafka',
  'registers',
  'temporal',
  'testing',
];
const SERVICES = ['gateway', 'whistles', 'members', 'topics', 'departments', 'insight', 'notices'];

const sourcesOf = (folder) => (name) => [`@hsl/${name}`, path.join(root, folder, name, 'src')];

module.exports = {
  resolve: {
    alias: {
      ...Object.fromEntries(LIBS.map(sourcesOf('libs'))),
      ...Object.fromEntries(SERVICES.map(sourcesOf('services'))),
      '@hsl/workflows': path.join(root, 'workflows', 'src'),
      '@hsl/deploy': path.join(root, 'deploy'),
    },
    extensions: ['.ts', '.js', '.mjs', '.cjs', '.json'],
  },
};
