module.exports = require('../eslint.factory')(__dirname, {
  rules: {
    // The scripts belong to no package: they run before anything is installed.
    '@backstage/no-relative-monorepo-imports': 'off',
  },
});
