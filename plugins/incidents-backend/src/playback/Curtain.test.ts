import express from 'express';
import request from 'supertest';
import { Curtain } from './Curtain';

describe('Curtain', () => {
  it('lets requests wait until it is raised, and none after', async () => {
    const curtain = new Curtain();
    const seen: string[] = [];
    const app = express()
      .use((_req, _res, next) => {
        seen.push('asked');
        next();
        setImmediate(() => {
          seen.push('raised');
          curtain.raise();
        });
      })
      .use(curtain.wait)
      .use((_req, res) => {
        seen.push('answered');
        res.end();
      });

    await request(app).get('/').expect(200);
    expect(seen).toEqual(['asked', 'raised', 'answered']);

    await request(app).get('/').expect(200);
    expect(seen.slice(3, 5)).toEqual(['asked', 'answered']);
  });
});
