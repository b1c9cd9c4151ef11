/**
 * The ports of one platform. Each is changed by its own variable, all together by HSL_PORT_BASE (then they follow each
 * other in this order from that number).
 */
export const PORT_TABLE = /** @type {const} */ ([
  { name: 'gateway', port: 8080, variable: 'HSL_PORT_GATEWAY' },
  { name: 'whistles', port: 8081, variable: 'HSL_PORT_WHISTLES' },
  { name: 'members', port: 8082, variable: 'HSL_PORT_MEMBERS' },
  { name: 'topics', port: 8083, variable: 'HSL_PORT_TOPICS' },
  { name: 'departments', port: 8084, variable: 'HSL_PORT_DEPARTMENTS' },
  { name: 'insight', port: 8085, variable: 'HSL_PORT_INSIGHT' },
  { name: 'notices', port: 8086, variable: 'HSL_PORT_NOTICES' },
  { name: 'postgres', port: 5544, variable: 'HSL_PORT_POSTGRES' },
  { name: 'temporal', port: 7244, variable: 'HSL_PORT_TEMPORAL' },
  { name: 'kafka', port: 9292, variable: 'HSL_PORT_KAFKA' },
  { name: 'kafkaController', port: 9293, variable: 'HSL_PORT_KAFKA_CONTROLLER' },
]);

/** @typedef {typeof PORT_TABLE[number]['name']} PortName */
/** @typedef {Record<PortName, number>} Ports */

/**
 * @param {NodeJS.ProcessEnv} env
 * @returns {Ports}
 * @throws {Error} naming the variable, if one is not a port number or two are the same
 */
export function resolvePorts(env) {
  const base = readPort(env, 'HSL_PORT_BASE');
  const ports = PORT_TABLE.map(({ name, port, variable }, index) => {
    const standard = base === undefined ? port : base + index;
    return { name, variable, port: readPort(env, variable) ?? standard };
  });
  for (const { port, variable } of ports) {
    const other = ports.find((candidate) => candidate.port === port && candidate.variable !== variable);
    if (other) throw new Error(`${variable} and ${other.variable} are both ${port}`);
  }
  return /** @type {Ports} */ (Object.fromEntries(ports.map(({ name, port }) => [name, port])));
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {string} variable
 * @returns {number | undefined}
 */
function readPort(env, variable) {
  const text = env[variable];
  if (!text) return undefined;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_500) throw new Error(`${variable}=${text} is not a port number`);
  return port;
}
