export const IncidentPage = () => null;
