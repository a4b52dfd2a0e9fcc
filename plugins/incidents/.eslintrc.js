module.exports = require('../../eslint.factory')(__dirname, {
  rules: {
    // A dialog puts the focus into its first field; the components of the platform do it well.
    'jsx-a11y/no-autofocus': ['error', { ignoreNonDOM: true }],
  },
});
