import { programCommand } from './checks/programs.mjs';

// npm run faults: lets things go wrong while alerts come in, and counts what became of the alerts.
// With names, npm run faults -- replica-killed disk-full: some of it. With --short: all of it, but
// less of everything. With --seed 42: at the moments of an earlier run.
programCommand('faults');
