export const ArchivePage = () => null;
