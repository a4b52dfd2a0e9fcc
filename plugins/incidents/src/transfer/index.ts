export { ExportMenu } from './ExportMenu';
export { ImportsCard } from './ImportsCard';
