/** Preloaded into a process: notes in the file NOTED_CONNECTIONS every address outside this machine that it connects to. */
const { appendFileSync } = require('node:fs');
const net = require('node:net');

const { connect } = net.Socket.prototype;
net.Socket.prototype.connect = function (...args) {
  const [options] = Array.isArray(args[0]) ? args[0] : args;
  const host = typeof options === 'object' ? (options.host ?? (options.path ? 'localhost' : undefined)) : args[1];
  if (host !== undefined && !/^(localhost|127\.|::1)/.test(host)) {
    appendFileSync(process.env.NOTED_CONNECTIONS, `${host}\n`);
  }
  return connect.apply(this, args);
};
