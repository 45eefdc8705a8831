import { mount } from 'svelte'
import './tokens.css'
import './base.css'
import App from './App.svelte'
import { LANGUAGE } from './lib/language.ts'
import { theme } from './lib/theme.svelte.ts'

theme.follow()
document.documentElement.lang = LANGUAGE
const target = document.getElementById('app')
if (target === null) throw new Error('index.html has no element with the id "app"')
mount(App, { target })
