import { programCommand } from './checks/programs.mjs';

// npm run bench: measures, and keeps the tables in docs/performance.md. With names, npm run bench --
// card inbox: some of it. With --short: shows that everything runs, and keeps nothing.
programCommand('bench');
