import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  alertIngestPermission,
  incidentManagePermission,
  incidentParticipatePermission,
  incidentReadPermission,
  incidentReportPermission,
  incidentRespondPermission,
} from '@linchpin/backstage-plugin-incidents-common';
import express from 'express';
import Router from 'express-promise-router';

/**
 * The least that a plugin can do: what our own routes are set beside when they are
 * measured. It asks the platform what they ask and does nothing else but one
 * durable insert where something is to be kept.
 */
export default createBackendPlugin({
  pluginId: 'floor',
  register(env) {
    env.registerInit({
      deps: {
        database: coreServices.database,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        permissions: coreServices.permissions,
        userInfo: coreServices.userInfo,
      },
      async init({ database, httpAuth, httpRouter, permissions, userInfo }) {
        const knex = await database.getClient();
        await knex.schema.createTable('messages', table => {
          table.increments('id');
          table.text('body').notNullable();
        });
        if (knex.client.config.client === 'better-sqlite3') {
          await knex.raw('pragma journal_mode = wal');
          await knex.raw('pragma synchronous = full');
        }

        const router = Router();
        router.post(
          '/messages',
          express.text({ type: '*/*' }),
          async (req, res) => {
            const credentials = await httpAuth.credentials(req);
            await permissions.authorize(
              [{ permission: alertIngestPermission }],
              {
                credentials,
              },
            );
            await knex('messages').insert({ body: req.body });
            res.status(202).json({ kept: true });
          },
        );
        router.get('/checks', async (req, res) => {
          const credentials = await httpAuth.credentials(req, {
            allow: ['user'],
          });
          await Promise.all([
            userInfo.getUserInfo(credentials),
            permissions.authorize([{ permission: incidentReportPermission }], {
              credentials,
            }),
            permissions.authorizeConditional(
              [
                { permission: incidentReadPermission },
                { permission: incidentParticipatePermission },
                { permission: incidentRespondPermission },
                { permission: incidentManagePermission },
              ],
              { credentials },
            ),
          ]);
          res.json({ checked: true });
        });
        httpRouter.use(router);
      },
    });
  },
});
