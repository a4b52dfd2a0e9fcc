export const LivePage = () => null;
