;;; nt.el --- People, from Emacs  -*- lexical-binding: t; -*-
;; (load "~/.emacs.d/nt.el") and, in a note: M-x nt-log RET call: she is hiring RET

(require 'subr-x)

(defun nt--run (tool &rest args)
  "Run TOOL on this buffer's note with ARGS, reread the note, show what TOOL said."
  (save-buffer)
  (let* ((note buffer-file-name)
         (said (with-temp-buffer
                 (apply #'call-process tool nil t nil note args)
                 (string-trim (buffer-string)))))
    (revert-buffer t t t)
    (message "%s" said)))

(defun nt-log (entry) "Log ENTRY." (interactive "sEntry: ") (nt--run "nt-log" entry))
(defun nt-done (pattern) "Tick the task that matches PATTERN." (interactive "sTask: ") (nt--run "nt-done" pattern))
(defun nt-snooze (span) "Be quiet for SPAN." (interactive "sUntil or for: ") (nt--run "nt-snooze" span))
(defun nt-due () "Show who is due." (interactive) (shell-command "nt-due -t" "*nt due*"))
(defun nt-find ()
  "Open a person's note."
  (interactive)
  (find-file (completing-read "Person: " (process-lines "nt-find" "-p" "kind=person"))))

;; nt-lsp by eglot (in Emacs from 29 on, for 28 in GNU ELPA): completion, cards by eldoc, M-. and M-?, mistakes
;; by flymake, M-x eglot-rename, M-x eglot-code-actions to tick, log and snooze.

(defun nt-project (dir)
  "The book around DIR, as a project."
  (let ((root (locate-dominating-file dir "book.md")))
    (and root (cons 'transient (expand-file-name root)))))

(defun nt-eglot ()
  "Talk to nt-lsp in the notes of a book."
  (when (and buffer-file-name (nt-project default-directory) (require 'eglot nil t))
    (add-hook 'project-find-functions #'nt-project nil t)
    (eglot-ensure)))

(with-eval-after-load 'eglot
  (add-to-list 'eglot-server-programs '(markdown-mode "nt-lsp")))
(add-hook 'markdown-mode-hook #'nt-eglot)

(provide 'nt)
