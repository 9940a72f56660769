{{/* What every pod of Clockwork's has; of a dictionary with `root`, `name` and more of a container. */}}

{{- define "clockwork.pod" -}}
serviceAccountName: {{ include "clockwork.name" . }}
automountServiceAccountToken: false
enableServiceLinks: false
securityContext:
  runAsNonRoot: true
  runAsUser: 65532
  runAsGroup: 65532
  fsGroup: 65532
  seccompProfile:
    type: RuntimeDefault
{{- with .Values.imagePullSecrets }}
imagePullSecrets: {{ toYaml . | nindent 2 }}
{{- end }}
{{- with .Values.nodeSelector }}
nodeSelector: {{ toYaml . | nindent 2 }}
{{- end }}
{{- with .Values.tolerations }}
tolerations: {{ toYaml . | nindent 2 }}
{{- end }}
{{- end }}

{{- define "clockwork.container" -}}
image: {{ include "clockwork.image" . }}
imagePullPolicy: IfNotPresent
{{ include "clockwork.confined" . }}
{{- end }}

{{- define "clockwork.confined" -}}
securityContext:
  allowPrivilegeEscalation: false
  readOnlyRootFilesystem: true
  capabilities:
    drop: [ALL]
{{- end }}

{{- define "clockwork.database" -}}
- name: DATABASE_URL
  valueFrom:
    secretKeyRef:
      name: {{ include "clockwork.secret" . }}
      key: {{ .Values.database.key }}
{{- end }}

{{/* A CronJob that never runs by itself; of a dictionary with `root`, `direction` and `tries`. */}}
{{- define "clockwork.migration" -}}
apiVersion: batch/v1
kind: CronJob
metadata:
  name: {{ include "clockwork.name" .root }}-migrate-{{ .direction }}
  labels: {{ include "clockwork.labels" .root | nindent 4 }}
    app.kubernetes.io/component: migrate
spec:
  suspend: true
  schedule: "0 0 1 1 *" # has to stand here, and means nothing
  jobTemplate:
    metadata:
      labels: {{ include "clockwork.common" .root | nindent 8 }}
    spec:
      backoffLimit: {{ .tries }}
      activeDeadlineSeconds: 3600
      ttlSecondsAfterFinished: 86400
      template:
        metadata:
          labels: {{ include "clockwork.labels" .root | nindent 12 }}
            app.kubernetes.io/component: migrate
        spec:
          restartPolicy: Never
          {{- include "clockwork.pod" .root | nindent 10 }}
          containers:
            - name: migrate
              {{- include "clockwork.container" .root | nindent 14 }}
              args: [migrate, {{ .direction }}]
              env: {{ include "clockwork.database" .root | nindent 16 }}
              resources:
                requests: {cpu: 50m, memory: 96Mi, ephemeral-storage: 16Mi}
                limits: {cpu: "1", memory: 256Mi, ephemeral-storage: 64Mi}
              volumeMounts:
                - name: tmp
                  mountPath: /tmp
          volumes:
            - name: tmp
              emptyDir:
                sizeLimit: 32Mi
{{- end }}
