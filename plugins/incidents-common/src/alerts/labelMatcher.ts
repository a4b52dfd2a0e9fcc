/** Whether the labels of an alert are as somebody wants one of them. */
export interface LabelMatcher {
  matches(labels: Readonly<Record<string, string>>): boolean;
  /** The condition in plain words. */
  says: string;
}

/**
 * @param wanted - a value, several of which one will do, or `~` and a regular
 * expression for the whole value, as Prometheus matches
 * @param path - where it was written, for the error
 * @throws Error where the regular expression is none
 */
export function labelMatcher(
  label: string,
  wanted: string | readonly string[],
  path: string,
): LabelMatcher {
  const tests = [wanted].flat().map(value => valueTest(value, path));
  return {
    matches: labels => {
      const value = Object.hasOwn(labels, label) ? labels[label] : '';
      return tests.some(test => test.matches(value));
    },
    says: `${label} ${tests.map(test => test.says).join(' or ')}`,
  };
}

function valueTest(wanted: string, path: string) {
  if (!wanted.startsWith('~')) {
    return {
      matches: (value: string) => value === wanted,
      says: wanted ? `is ${wanted}` : 'is missing',
    };
  }
  const pattern = wanted.slice(1);
  const expression = expressionOf(pattern, path);
  return {
    matches: (value: string) => expression.test(value),
    says: `matches ${pattern}`,
  };
}

function expressionOf(pattern: string, path: string): RegExp {
  try {
    return new RegExp(`^(?:${pattern})$`, 's');
  } catch (error) {
    throw new Error(`${path}: ${(error as Error).message}`);
  }
}
