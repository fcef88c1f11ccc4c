---
name: Ada
---
