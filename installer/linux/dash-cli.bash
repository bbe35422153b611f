# bash completion for dash-cli
_dash_cli() {
    local word=${COMP_WORDS[COMP_CWORD]} words=''
    if [ "$COMP_CWORD" = 1 ]; then
        COMPREPLY=($(compgen -W 'dashboard decode doctor export format function import pipeline query schema sink source status step help --version' -- "$word"))
        return
    fi
    if [ "$COMP_CWORD" = 2 ]; then
        case ${COMP_WORDS[1]} in
        dashboard) words='render' ;;
        format) words='list' ;;
        function) words='list' ;;
        pipeline) words='validate run test list import export' ;;
        sink) words='list' ;;
        source) words='list' ;;
        step) words='list' ;;
        esac
        if [ -n "$words" ]; then
            COMPREPLY=($(compgen -W "$words" -- "$word"))
            return
        fi
    fi
    case $word in -*)
        case "${COMP_WORDS[1]} ${COMP_WORDS[2]}" in
        'pipeline validate') words='--json --workspace --help' ;;
        'pipeline run') words='--input --now --secret --save --quiet --json --workspace --help' ;;
        'pipeline test') words='--secret --json --workspace --help' ;;
        'pipeline list') words='--json --workspace --help' ;;
        'pipeline import') words='--draft --json --workspace --help' ;;
        'pipeline export') words='--draft --out --json --workspace --help' ;;
        'source list') words='--json --workspace --help' ;;
        'format list') words='--json --workspace --help' ;;
        'step list') words='--json --workspace --help' ;;
        'sink list') words='--json --workspace --help' ;;
        'function list') words='--json --workspace --help' ;;
        'schema '*) words='--json --workspace --help' ;;
        'query '*) words='--last --from --to --buckets --format --json --workspace --help' ;;
        'export '*) words='--last --from --to --format --json --workspace --help' ;;
        'status '*) words='--json --workspace --help' ;;
        'import '*) words='--guess --time --values --labels --table --watch --json --workspace --help' ;;
        'dashboard render') words='--out --size --theme --now --json --workspace --help' ;;
        'doctor '*) words='--json --workspace --help' ;;
        'decode '*) words='--points --json --workspace --help' ;;
        *) words='--json --workspace --help' ;;
        esac
        COMPREPLY=($(compgen -W "$words" -- "$word"))
        return ;;
    esac
    COMPREPLY=($(compgen -f -- "$word"))
}
complete -o filenames -F _dash_cli dash-cli
