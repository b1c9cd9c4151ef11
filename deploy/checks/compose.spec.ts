import { describe, expect, it } from '@jest/globals';
import { readComposeProject, type ComposeProject, type ComposeService } from './compose-file.js';
import { COMPOSE_RULES } from './compose-rules.js';
import { ROOT } from './root.js';

const judge = (project: ComposeProject): string[] => COMPOSE_RULES.flatMap((rule) => rule(project));

/** The project's own files with one thing spoilt. */
function planted(spoil: (services: Record<string, ComposeService>, project: ComposeProject) => void): string[] {
  const project = structuredClone(readComposeProject(ROOT));
  spoil(project.compose.services, project);
  return judge(project);
}

describe('docker-compose.yml and the Dockerfile', () => {
  it('are in order', () => {
    expect(judge(readComposeProject(ROOT))).toEqual([]);
  });

  it.each<[string, (services: Record<string, ComposeService>, project: ComposeProject) => void, string]>([
    [
      'a service that waits for one that does not exist',
      ({ seed }) => (seed!.depends_on = { migration: { condition: 'service_completed_successfully' } }),
      'seed depends on migration, which does not exist',
    ],
    [
      'a wait for the health of something without a health check',
      ({ kafka }) => delete kafka!.healthcheck,
      'migrate waits until kafka is healthy, but kafka has no health check',
    ],
    [
      'a wait for the end of something that never ends',
      ({ migrate }) => (migrate!.restart = 'always'),
      'seed waits until migrate has ended, but migrate is started again for ever',
    ],
    [
      'a volume nobody declared',
      ({ kafka }) => (kafka!.volumes = ['logs:/var/lib/kafka/data']),
      'kafka uses the volume logs, which is not declared',
    ],
    [
      'a mounted file that does not exist',
      ({ postgres }) => (postgres!.volumes = ['./deploy/docker/roles.sql:/docker-entrypoint-initdb.d/roles.sql']),
      'postgres mounts ./deploy/docker/roles.sql, which does not exist',
    ],
    [
      'an image without a version',
      ({ temporal }) => (temporal!.image = 'temporalio/server:latest'),
      'temporal has no image with a version',
    ],
    [
      'a Dockerfile that does not exist',
      ({ topics }) => (topics!.build = { ...topics!.build, dockerfile: 'docker/Dockerfile' }),
      'topics is built from docker/Dockerfile, which does not exist',
    ],
    [
      'a stage that does not exist',
      ({ topics }) => (topics!.build = { ...topics!.build, target: 'debug' }),
      'topics wants the stage debug, which does not exist',
    ],
    [
      'a port published twice',
      ({ insight }) => (insight!.ports = ['8080:8085']),
      'gateway publishes port 8080, which insight publishes already',
    ],
    ['a forgotten service', (services) => delete services['notices'], 'the service notices is missing'],
    [
      'a service built as another',
      ({ members }) => (members!.build = { ...members!.build, args: { SERVICE: 'topics' } }),
      'members is built with SERVICE=topics',
    ],
    [
      'a variable that a service needs',
      ({ departments }) => delete departments!.environment!['KAFKA_BROKERS'],
      'departments lacks the variable KAFKA_BROKERS',
    ],
    [
      'an address of nobody',
      ({ whistles }) => (whistles!.environment!['TEMPORAL_ADDRESS'] = 'temporal-frontend:7233'),
      'whistles is sent to temporal-frontend, which does not exist',
    ],
    [
      'an address with the wrong port',
      ({ insight }) => (insight!.environment!['JWKS_URL'] = 'http://gateway:8081/.well-known/jwks.json'),
      'insight is sent to gateway:8081, which listens on 8080',
    ],
    [
      'a gateway without the way to a service',
      ({ gateway }) => (gateway!.environment!['SERVICE_URLS'] = '{"whistles":"http://whistles:8081"}'),
      'the gateway has no address of departments',
    ],
    [
      'a copied file that does not exist',
      (_, project) => (project.dockerfile = project.dockerfile.replace('COPY . .', 'COPY pnpm-lock.yaml .')),
      'deploy/docker/Dockerfile copies pnpm-lock.yaml, which does not exist',
    ],
    [
      'an image that runs as root',
      (_, project) => (project.dockerfile = project.dockerfile.replace('USER node', '')),
      'deploy/docker/Dockerfile runs as root',
    ],
    [
      'an image that cannot say whether it is healthy',
      (_, project) => (project.dockerfile = project.dockerfile.replace('HEALTHCHECK', '#')),
      'deploy/docker/Dockerfile has no HEALTHCHECK',
    ],
  ])('%s is found', (_, spoil, problem) => {
    expect(planted(spoil)).toContain(problem);
  });
});
