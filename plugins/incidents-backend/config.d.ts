export interface Config {
  /** Incident management. Everything has a default: the plugin starts without any of it. */
  incidents?: {};
}
