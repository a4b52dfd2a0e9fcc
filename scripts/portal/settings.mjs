import { resolve } from 'node:path';
import { inRepository } from '../setup/paths.mjs';

/**
 * Where a portal listens and keeps its data. The defaults are those of `app-config.yaml`; the three
 * variables move a second portal out of the way of the first.
 */
export function readSettings(env = process.env) {
  const frontendPort = Number(env.LINCHPIN_FRONTEND_PORT ?? 3000);
  const backendPort = Number(env.LINCHPIN_BACKEND_PORT ?? 7007);
  return {
    frontendPort,
    backendPort,
    frontendUrl: `http://localhost:${frontendPort}`,
    backendUrl: `http://localhost:${backendPort}`,
    dataFolder: resolve(inRepository(), env.LINCHPIN_DATA ?? '.data'),
  };
}

/** The same settings as the portal's configuration reads them. */
export function toAppConfig(settings) {
  return {
    APP_CONFIG_app_baseUrl: settings.frontendUrl,
    APP_CONFIG_backend_baseUrl: settings.backendUrl,
    APP_CONFIG_backend_listen_port: String(settings.backendPort),
    APP_CONFIG_backend_cors_origin: settings.frontendUrl,
    APP_CONFIG_backend_database_connection_directory: resolve(
      settings.dataFolder,
      'database',
    ),
  };
}
