// What polling would read: every list that the collector watches, once.
import sandboxPackage from '@ml-platform/sandbox';
import { request } from 'node:https';

const { ADMIN_TOKEN } = sandboxPackage;

const LISTS = [
  '/api/v1/nodes',
  '/api/v1/pods',
  '/api/v1/namespaces',
  '/apis/ray.io/v1/rayclusters',
  '/apis/ray.io/v1/rayjobs',
  '/apis/ray.io/v1/rayservices',
];

/** Clusters that stand for all of them. */
const SAMPLE = 10;

function bytesOf({ endpoint, certificateAuthority }, path, encoding) {
  return new Promise((done, fail) => {
    const asked = request(
      `${endpoint}${path}?limit=500`,
      {
        ca: Buffer.from(certificateAuthority, 'base64'),
        agent: false,
        headers: {
          authorization: `Bearer ${ADMIN_TOKEN}`,
          ...(encoding ? { 'accept-encoding': encoding } : {}),
        },
      },
      answer => {
        let bytes = 0;
        answer.on('data', chunk => {
          bytes += chunk.length;
        });
        answer.on('end', () => done(bytes));
        answer.on('error', fail);
      },
    );
    asked.on('error', fail);
    asked.end();
  });
}

/** Bytes of one list of everything in all clusters, as sent to who takes gzip, and plain. */
export async function listBytes(sandbox) {
  const clusters = await sandbox.clusters();
  const chosen = clusters.slice(0, SAMPLE);
  const total = async encoding => {
    let bytes = 0;
    for (const cluster of chosen) {
      for (const path of LISTS) {
        bytes += await bytesOf(cluster, path, encoding);
      }
    }
    return Math.round((bytes * clusters.length) / chosen.length);
  };
  return { gzip: await total('gzip'), plain: await total() };
}
