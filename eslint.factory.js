const forPackage = require('@backstage/cli/config/eslint-factory');

/** The rules of the platform for one package, and what this repository adds to them. */
module.exports = (directory, { rules } = {}) =>
  forPackage(directory, {
    rules: {
      // A file is read from its subject down to the details. A constant that is used before it has
      // a value is still an error.
      '@typescript-eslint/no-use-before-define': [
        'error',
        { functions: false, variables: false },
      ],
      ...rules,
    },
  });
