import { test } from 'node:test'
import assert from 'node:assert/strict'
import { ApiFailure } from '../../src/core/api/failure'
import { doorProblem, isDeadLink } from '../../src/pages/doors/doorProblem'
import { localPath } from '../../src/pages/doors/localPath'
import { passwordProblem, passwordStrength } from '../../src/pages/doors/passwordStrength'
import { accountProblems, isEmail } from '../../src/pages/doors/validation'
import { deviceName } from '../../src/pages/account/deviceName'
import { relative } from '../../src/pages/frame/moments'
import { asSentence, sentenceOf } from '../../src/pages/frame/sentences'

test('passwords are judged as the server judges them', () => {
  assert.equal(passwordProblem('short'), 'short')
  assert.equal(passwordProblem('x'.repeat(1_001)), 'long')
  assert.equal(passwordProblem('aaaaaaaaaaaa'), 'common')
  assert.equal(passwordProblem('abcdefghijkl'), 'common')
  assert.equal(passwordProblem('9876543210'), 'common')
  assert.equal(passwordProblem('Password2024!'), 'common')
  assert.equal(passwordProblem('olena.koval', ['olena.koval@example.com']), 'own')
  assert.equal(passwordProblem('Olena Koval', ['Olena Koval']), 'own')
  assert.equal(passwordProblem('зелений трамвай співає'), null)
})

test('ten characters count as people count them', () => {
  assert.equal(passwordProblem('🦊🐢🐙🦉🐝🦔🐋🦩🦥🐞'), null)
})

test('longer and more varied passwords are stronger', () => {
  assert.equal(passwordStrength('tooshort'), 0)
  assert.equal(passwordStrength('plum-river'), 1)
  assert.ok(passwordStrength('green tram sings at noon') > passwordStrength('green tram s'))
  assert.equal(passwordStrength('abcd1abcd1abcd1abcd1'), 1)
})

test('an account needs a name, an address and a good password', () => {
  assert.deepEqual(accountProblems({ name: 'Olena', email: 'olena@example.com', password: 'green tram sings' }), {})
  assert.deepEqual(Object.keys(accountProblems({ name: ' ', email: 'olena', password: '' })).sort(), ['email', 'name', 'password'])
  for (const wrong of ['a@b', 'a b@c.de', '@c.de', 'a@c.', 'a@@c.de']) assert.equal(isEmail(wrong), false)
})

test('after signing in only pages of this server are gone to', () => {
  assert.equal(localPath('/maps/a/edit?x=1#card=2'), '/maps/a/edit?x=1#card=2')
  for (const bad of ['//evil.example', '/\\evil.example', 'https://evil.example', '/sign-in?next=/', '/api/people', '/a b', '/a\nb', '', null]) {
    assert.equal(localPath(bad), '/')
  }
})

test('failures are told as sentences', () => {
  assert.equal(asSentence('the link does not open anything'), 'The link does not open anything.')
  assert.equal(asSentence('Done!'), 'Done!')
  assert.equal(sentenceOf(new ApiFailure(409, 'last-owner', 'there is one owner', 'make another')), 'There is one owner. Make another.')
  assert.match(sentenceOf(new ApiFailure(429, 'too-many-attempts', '', null, 11_200)), /12 seconds/)
  assert.match(sentenceOf(new ApiFailure(0, 'unreachable', '')), /cannot be reached/)
  assert.match(doorProblem(new ApiFailure(401, 'wrong-credentials', '')), /wrong/)
  assert.ok(isDeadLink(new ApiFailure(404, 'invalid-link', '')))
  assert.equal(isDeadLink(new ApiFailure(0, 'unreachable', '')), false)
})

test('moments are told from now', () => {
  const now = 1_700_000_000_000
  assert.equal(relative((now - 2 * 3_600_000) * 1_000, now), '2 hours ago')
  assert.equal(relative((now + 6.9 * 86_400_000) * 1_000, now), 'in 7 days')
  assert.equal(relative(now * 1_000, now), 'now')
})

test('a device is called what people call it', () => {
  assert.equal(deviceName('Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/120.0 Safari/537.36'), 'Chrome on Linux')
  assert.equal(deviceName('Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Version/17.0 Safari/604.1'), 'Safari on iPhone')
  assert.equal(deviceName('Mozilla/5.0 (Windows NT 10.0) Chrome/120 Safari/537 Edg/120.0'), 'Edge on Windows')
  assert.equal(deviceName(''), 'Unknown device')
})
