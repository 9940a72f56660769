{{- define "clockwork.name" -}}
{{- if contains .Chart.Name .Release.Name }}{{ .Release.Name }}{{ else }}{{ .Release.Name }}-{{ .Chart.Name }}{{ end -}}
{{- end }}

{{- define "clockwork.selector" -}}
app.kubernetes.io/name: clockwork
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end }}

{{- define "clockwork.labels" -}}
{{ include "clockwork.selector" . }}
{{ include "clockwork.common" . }}
{{- end }}

{{- define "clockwork.common" -}}
app.kubernetes.io/part-of: clockwork
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ .Chart.Name }}-{{ .Chart.Version }}
{{- end }}

{{- define "clockwork.image" -}}
{{- with .Values.image }}
{{- .repository }}{{ if .digest }}@{{ .digest }}{{ else }}:{{ .tag | default $.Chart.AppVersion }}{{ end }}
{{- end }}
{{- end }}

{{- define "clockwork.postgres" -}}
{{ include "clockwork.name" . | replace "clockwork" "postgres" }}
{{- end }}

{{- define "clockwork.secret" -}}
{{- with .Values.database }}
{{- if and (not .url) (not .existingSecret) (not .internal.enabled) }}
{{- fail "There is no database: give database.url, database.existingSecret or database.internal.enabled." }}
{{- end }}
{{- .existingSecret | default (printf "%s-database" (include "clockwork.name" $)) }}
{{- end }}
{{- end }}

{{- define "clockwork.url" -}}
{{- .Values.database.url | default (printf "postgresql://clockwork@%s:5432/clockwork" (include "clockwork.postgres" .)) }}
{{- end }}
